/** The list of models. */
package llmsim.openai.models;
