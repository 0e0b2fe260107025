/** llmsim as a program of its own: the image, and the jars. */
package llmsim.it.image;
