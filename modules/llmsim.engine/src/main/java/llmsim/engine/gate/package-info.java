/** What a request must pass before it is answered: each gate is one file, the first refusal wins. */
package llmsim.engine.gate;
