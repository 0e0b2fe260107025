/** A running simulator for JUnit 5 tests. */
package llmsim.testkit;
