package llmsim.api.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void isCutAroundTheText() {
        var template = Template.of("e", "{\"a\":\"" + Template.MARKER + "\",\"b\":1}");

        assertThat(template.event()).isEqualTo("e");
        assertThat(text(template.before())).isEqualTo("{\"a\":\"");
        assertThat(text(template.after())).isEqualTo("\",\"b\":1}");
        assertThat(template.numbered()).isFalse();
        assertThat(template.afterNumber()).isEmpty();
    }

    @Test
    void isCutAroundTheNumberToo() {
        var template = Template.of("", "{\"a\":\"" + Template.MARKER + "\",\"n\":\"" + Template.NUMBER + "\",\"b\":1}");

        assertThat(template.numbered()).isTrue();
        assertThat(text(template.after())).isEqualTo("\",\"n\":");
        assertThat(text(template.afterNumber())).isEqualTo(",\"b\":1}");
    }

    @Test
    void hasExactlyOneMarker() {
        assertThatThrownBy(() -> Template.of("", "{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Template.of("", Template.MARKER + Template.MARKER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Template.of("", "xMy", "M").before()).containsExactly('x');
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
