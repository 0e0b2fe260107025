/** The OpenAPI document of the administration. */
package llmsim.server.openapi;
