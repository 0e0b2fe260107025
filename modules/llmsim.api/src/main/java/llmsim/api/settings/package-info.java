/** Settings that a user gives to an extension. */
package llmsim.api.settings;
