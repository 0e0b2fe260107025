/** The OpenAPI document of the administration is right, and says what is really answered and taken. */
package llmsim.it.openapi;
