package llmsim.it.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On the class path nobody reads {@code provides}, so {@code META-INF/services} must say the same. */
class ServicesIT {
    private static final String FOLDER = "META-INF/services/";

    static Stream<ModuleReference> modules() {
        return BuiltJars.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothPathsFindTheSame(ModuleReference module) throws IOException {
        assertThat(named(module)).isEqualTo(provided(module));
    }

    @Test
    void generatorsAndAdaptersAreThere() {
        assertThat(modules().flatMap(module -> provided(module).keySet().stream()))
                .contains(
                        "llmsim.api.spi.ResponseGenerator",
                        "llmsim.api.spi.ProviderAdapter",
                        "llmsim.api.spi.Tokenizer");
    }

    private static Map<String, Set<String>> provided(ModuleReference module) {
        return module.descriptor().provides().stream()
                .collect(Collectors.toMap(Provides::service, provides -> Set.copyOf(provides.providers())));
    }

    private static Map<String, Set<String>> named(ModuleReference module) throws IOException {
        var named = new TreeMap<String, Set<String>>();
        try (var reader = module.open();
                var names = reader.list()) {
            for (var file : names.filter(name -> name.startsWith(FOLDER) && !name.endsWith("/"))
                    .toList()) {
                try (var content = reader.open(file).orElseThrow()) {
                    var lines = new String(content.readAllBytes(), StandardCharsets.UTF_8).lines();
                    named.put(
                            file.substring(FOLDER.length()),
                            lines.map(line -> line.replaceFirst("#.*", "").strip())
                                    .filter(line -> !line.isEmpty())
                                    .collect(Collectors.toSet()));
                }
            }
        }
        return named;
    }
}
