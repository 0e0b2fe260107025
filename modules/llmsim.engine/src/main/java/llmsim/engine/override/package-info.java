/** What a client wants for one request alone, said in headers {@code X-LLMSim-*}. */
package llmsim.engine.override;
