package llmsim.server.plugins;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** A plugin as a layer of its own above the program's: parents first, so that what llmsim has is never replaced. */
record LoadedLayer(ModuleLayer layer, String from) implements Loaded {
    /** Loads a plugin; any exception or {@link LinkageError} means that it cannot be. */
    static LoadedLayer load(PluginPlace place, ModuleLayer parent) {
        var finder = ModuleFinder.of(place.jars().toArray(Path[]::new));
        var roots = finder.findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> parent.findModule(module.name()).isEmpty())
                .filter(LoadedLayer::offersSomething)
                .map(ModuleDescriptor::name)
                .collect(Collectors.toSet());
        if (roots.isEmpty()) {
            throw new FindException(nothingIn(finder, parent));
        }
        var configuration =
                Configuration.resolveAndBind(ModuleFinder.of(), List.of(parent.configuration()), finder, roots);
        var loader = LoadedLayer.class.getClassLoader();
        var controller = ModuleLayer.defineModulesWithOneLoader(configuration, List.of(parent), loader);
        return new LoadedLayer(controller.layer(), place.path().toString());
    }

    private static boolean offersSomething(ModuleDescriptor module) {
        return module.isAutomatic() || !module.provides().isEmpty();
    }

    private static String nothingIn(ModuleFinder finder, ModuleLayer parent) {
        var copies = finder.findAll().stream()
                .map(module -> module.descriptor().name())
                .filter(name -> parent.findModule(name).isPresent())
                .sorted()
                .toList();
        return copies.isEmpty()
                ? "no module in it provides anything"
                : "llmsim has " + String.join(", ", copies) + " already, and nothing else is in it";
    }

    @Override
    public <E> ServiceLoader<E> services(Class<E> type) {
        return ServiceLoader.load(layer, type);
    }

    @Override
    public boolean owns(Class<?> type) {
        return layer.equals(type.getModule().getLayer());
    }

    @Override
    public String from(Class<?> type) {
        return from;
    }
}
