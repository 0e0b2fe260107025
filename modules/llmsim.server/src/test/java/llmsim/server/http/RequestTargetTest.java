package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;

class RequestTargetTest {
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Property
    void whatWasEncodedIsDecoded(@ForAll @NotEmpty @CharRange(from = ' ', to = '~') String text) {
        var target =
                RequestTarget.parse("/p/" + encoded(text).replace("+", "%20"), encoded(text) + "=" + encoded(text));
        assertThat(target).isEqualTo(new RequestTarget("p", "/" + text, Map.of(text, List.of(text))));
    }

    @Property
    void anythingCanBeGuessed(@ForAll String path) {
        assertThatCode(() -> RequestTarget.guess(path).whole()).doesNotThrowAnyException();
    }
}
