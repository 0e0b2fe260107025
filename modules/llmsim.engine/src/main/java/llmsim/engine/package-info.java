/** The entrance to the engine and what a transport must give it. */
package llmsim.engine;
