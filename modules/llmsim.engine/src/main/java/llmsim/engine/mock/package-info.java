/** Mocks: answers that are given to requests of a certain kind, and how one of many is chosen. */
package llmsim.engine.mock;
