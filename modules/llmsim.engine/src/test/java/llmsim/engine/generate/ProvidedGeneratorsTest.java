package llmsim.engine.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import llmsim.api.spi.ResponseGenerator;
import org.junit.jupiter.api.Test;

class ProvidedGeneratorsTest {
    @Test
    void modulesAndTheClassPathFindTheSameGenerators() throws IOException {
        var module = Lorem.class.getModule();
        var provided = module.getDescriptor().provides().stream()
                .filter(each -> each.service().equals(ResponseGenerator.class.getName()))
                .map(ModuleDescriptor.Provides::providers)
                .findFirst()
                .orElseThrow();

        assertThat(provided).hasSize(5);
        try (var file = module.getResourceAsStream("META-INF/services/" + ResponseGenerator.class.getName())) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyElementsOf(provided);
        }
    }
}
