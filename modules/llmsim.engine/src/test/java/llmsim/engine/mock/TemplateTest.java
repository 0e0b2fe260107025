package llmsim.engine.mock;

import static llmsim.engine.trial.AskedTrial.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import llmsim.api.content.Message;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;
import llmsim.engine.match.BoundedPattern;
import llmsim.engine.match.Condition.Regex;
import llmsim.engine.match.Match;
import llmsim.engine.match.Subject;
import llmsim.engine.trial.AskedTrial;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Match REGEX = Match.of(new Regex(BoundedPattern.of("in (?<city>\\w+)(x)?")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "``|``",
                "{{model}}!|gpt-4o!",
                "<{{ content }}>|<The weather in Paris?>",
                "{{match.1}} {{match.city}} {{match.0}}{{match.2}}|Paris Paris in Paris",
                "{{header.X-Tenant}}{{header.x-none}}|acme",
                "{{path}} {{session}} {{n}}|/v1/chat/completions s1 7",
                "{{json.$.a.b}} {{json.$['c']}} {{json.$.none}}|text [1,{}] ``",
                "{ {model} } {{}} }}{{|{ {model} } {{}} }}{{",
            })
    void placesAreFilled(String template, String filled) {
        var subject = new Subject(user("The weather in Paris?")
                .header("x-tenant", "acme")
                .session("s1")
                .body("{\"a\":{\"b\":\"text\"},\"c\":[1,{}]}")
                .asked());

        assertThat(Template.of(template, REGEX).filled(subject, 7)).isEqualTo(filled.replace("``", ""));
    }

    @Test
    void systemIsTheInstructions() {
        var asked = AskedTrial.of(Prompt.of("m", List.of(Message.of(Role.SYSTEM, "Be brief"))))
                .asked();

        assertThat(Template.of("{{system}}", Match.ANY).filled(new Subject(asked), 1))
                .isEqualTo("Be brief");
    }

    @Test
    void whatAValueSaysIsNotFilledAgain() {
        assertThat(fill("{{content}}", "{{model}}")).isEqualTo("{{model}}");
    }

    @Test
    void plainTextHasNoPlaces() {
        assertThat(Template.plain("{{model}} {{x}}")
                        .filled(new Subject(user("x").asked()), 1))
                .isEqualTo("{{model}} {{x}}");
    }

    @Test
    void aRegexThatIsGivenUpLeavesNothing() {
        var slow = Match.of(new Regex(BoundedPattern.of("(.*)(.*)(.*)(.*)(.*)(.*)x")));

        assertThat(Template.of("<{{match.1}}>", slow)
                        .filled(new Subject(user("a".repeat(60)).asked()), 1))
                .isEqualTo("<>");
    }

    @Test
    void theResultIsBounded() {
        var filled = fill("{{content}}".repeat(100), "😀".repeat(50_001) + "x");

        assertThat(filled).hasSizeBetween(Template.LONGEST - 1, Template.LONGEST);
        assertThat(Character.isHighSurrogate(filled.charAt(filled.length() - 1)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{modle}}|unknown value '{{modle}}'; did you mean 'model'? choices: model, content",
                "{{x.y}}|unknown value '{{x.y}}'",
                "{{json.a}}|a path begins with $",
                "{{match.3}}|the regex has no group '3'; it has 2, by name city",
                "{{match.town}}|the regex has no group 'town'",
                "{{match.}}|the regex has no group ''",
                "{{T(java.lang.Runtime).exec('x')}}|unknown value",
            })
    void unknownNamesAreErrors(String template, String message) {
        assertThatThrownBy(() -> Template.of(template, REGEX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void groupsNeedARegex() {
        assertThatThrownBy(() -> Template.of("{{match.1}}", Match.ANY))
                .hasMessage("{{match.1}} needs a regex in match");
    }

    @Property
    void anyTextIsATemplateOrRefused(
            @ForAll @Chars({'{', '}', 'n', '.', '$', ' ', '[', '\n'}) @StringLength(max = 20) String text) {
        try {
            assertThat(fill(text, "x")).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static String fill(String template, String content) {
        return Template.of(template, Match.ANY).filled(new Subject(user(content).asked()), 1);
    }
}
