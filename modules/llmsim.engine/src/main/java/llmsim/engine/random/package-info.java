/** The one maker of randomness: named streams of draws, and the keys that they hang on. */
package llmsim.engine.random;
