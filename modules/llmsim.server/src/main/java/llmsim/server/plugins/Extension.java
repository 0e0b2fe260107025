package llmsim.server.plugins;

/**
 * An extension that was found.
 *
 * @param from where: a module, a jar, or a folder
 */
public record Extension<E>(String name, E instance, String from) {}
