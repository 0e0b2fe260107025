package llmsim.server.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;

/** A plugin as a class loader of its own below the program's, for a program on the class path. */
record LoadedJars(ClassLoader loader, String from) implements Loaded {

    /** Loads a plugin; an {@link IOException} means that a jar of it is none. */
    static LoadedJars load(PluginPlace place, ClassLoader parent) throws IOException {
        for (var jar : place.jars()) {
            // A class loader ignores what is no jar; the user wants to hear of it.
            new ZipFile(jar.toFile()).close();
        }
        var urls = place.jars().stream().map(LoadedJars::url).toArray(URL[]::new);
        return new LoadedJars(
                new URLClassLoader("plugin " + place.path(), urls, parent),
                place.path().toString());
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <E> ServiceLoader<E> services(Class<E> type) {
        return ServiceLoader.load(type, loader);
    }

    @Override
    public boolean owns(Class<?> type) {
        return loader.equals(type.getClassLoader());
    }

    @Override
    public String from(Class<?> type) {
        return from;
    }
}
