/** Reads mocks from files and configurations, and keeps them as the files are. */
package llmsim.server.mock;
