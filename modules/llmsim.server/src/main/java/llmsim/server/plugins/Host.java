package llmsim.server.plugins;

import java.io.IOException;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The program that llmsim runs in.
 *
 * @param layer the layer of llmsim's modules; empty if llmsim is on the class path
 */
record Host(ClassLoader loader, Optional<ModuleLayer> layer) implements Loaded {
    /** This program. The thread's loader sees what the embedding program sees. */
    static Host present() {
        var own = Host.class.getClassLoader();
        var context = Thread.currentThread().getContextClassLoader();
        return new Host(
                context != null && sees(context, own) ? context : own,
                Optional.ofNullable(Host.class.getModule().getLayer()));
    }

    private static boolean sees(ClassLoader context, ClassLoader own) {
        try {
            return context.loadClass(Host.class.getName()).getClassLoader() == own;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    /** Loads a plugin so that it sees this program. */
    Loaded load(PluginPlace place) throws IOException {
        return layer.isPresent() ? LoadedLayer.load(place, layer.get()) : LoadedJars.load(place, loader);
    }

    @Override
    public <E> ServiceLoader<E> services(Class<E> type) {
        return ServiceLoader.load(type, loader);
    }

    @Override
    public boolean owns(Class<?> type) {
        return true;
    }

    @Override
    public String from(Class<?> type) {
        var module = type.getModule();
        if (module.isNamed()) {
            return module.getName();
        }
        var source = type.getProtectionDomain().getCodeSource();
        return source == null ? "class path" : source.getLocation().getPath();
    }
}
