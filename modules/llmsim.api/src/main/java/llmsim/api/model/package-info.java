/** What is known of the models that can be asked for. */
package llmsim.api.model;
