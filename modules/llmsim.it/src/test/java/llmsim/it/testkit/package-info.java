/** The JUnit 5 extension, used as its users do. */
package llmsim.it.testkit;
