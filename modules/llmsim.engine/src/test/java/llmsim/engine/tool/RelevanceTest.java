package llmsim.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import llmsim.api.prompt.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of many tools a text is about. */
class RelevanceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What's the weather like in San Francisco?              | get_weather
            How's the weather this week in Los Angeles?            | get_weather
            weathers                                               | get_weather
            Search for news about llamas                           | search_web
            I was searching the web for llamas                     | search_web
            Open a ticket: the login is broken                     | create_ticket
            Please send an e-mail to Bob                           | sendEmail
            Write an EMAIL to Bob                                  | sendEmail
            Hi, can you tell me the delivery date for my order?    | get_delivery_date
            What attractions should I visit?                       | cityAttractions
            Calculate the interest on 1000 dollars                 | calculator
            What is the square root of 1764?                       | sqrt
            Take a note: buy milk                                  | take_note
            Do I need an umbrella?                                 | get_weather
            What is 15 * 7?                                        | calculator
            what is 15 times 7                                     | calculator
            Any new mail?                                          | sendEmail
            """)
    void theToolThatATextIsAbout(String text, String tool) {
        assertThat(chosen(text)).isEqualTo(tool);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello, who are you?",
                "Hello",
                "",
                "Can you create a poem about the sea?",
                "Tell me a joke, please.",
                "What can you do?",
                "Say this is a test",
                "Which city do you like most?",
                "Thanks!",
                "What happened on 2024-05-01, 24/7?",
                "It is the best of many times",
                "你好，你是谁？",
                "\uD83D\uDE00"
            })
    void aTextThatIsAboutNone(String text) {
        assertThat(chosen(text)).isEmpty();
    }

    @Test
    void chineseWordsAreFoundInsideAText() {
        var tool = Offered.function("get_weather", "查询天气", "{}");
        assertThat(Relevance.of(tool, Words.of("今天北京的天气怎么样？"), new WordMemo()).score())
                .isPositive();
    }

    @Test
    void aNameOfGenericWordsAloneIsTelling() {
        var tool = Offered.function("list", "list queries books by genre", "{}");
        assertThat(Relevance.of(tool, Words.of("List all novels"), new WordMemo())
                        .about())
                .isTrue();
    }

    @Test
    void longTextsMeetWordsOfDescriptionsByChance() {
        var tool = Offered.function("magic", "red green blue", "{}");
        var words = "two three four five six seven eight nine ten eleven red green blue";
        assertThat(Relevance.of(tool, Words.of(words), new WordMemo()).about()).isFalse();
        assertThat(Relevance.of(tool, Words.of("red green blue paint"), new WordMemo())
                        .about())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "searches, searching",
        "search, searched",
        "query, queries",
        "calculator, calculation",
        "calculate, calculates",
        "translate, translations",
        "make, making",
        "running, runs",
        "call, calling",
        "box, boxes",
        "class, classes"
    })
    void formsOfAWordHaveOneStem(String one, String other) {
        assertThat(Stems.of(one)).isEqualTo(Stems.of(other));
    }

    @Test
    void namesAreSplit() {
        assertThat(Words.of("getWeather_forecast-forHTTPServer x2"))
                .containsExactly("weather", "forecast", "http", "server");
    }

    @ParameterizedTest
    @CsvSource({
        "What is 3 + 4?, add",
        "3 plus 4, add",
        "What is the sum of 3 and 4?, add",
        "What is the difference between 12 and 7.5?, subtract",
        "3 - 4, subtract",
        "3 x 4, multiply",
        "6 / 3, divide",
        "6 divided by 3, divide",
        "2^8, power"
    })
    void sumsMeanTheirOperation(String text, String tool) {
        var tools = List.of("multiply", "subtract", "add", "divide", "power").stream()
                .map(name -> Offered.function(name, "", "{}"))
                .toList();

        assertThat(new Choosing(tools, new SplittableRandom(1), new WordMemo()).about(text, true))
                .extracting(Tool::name)
                .containsExactly(tool);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What's the difference between tea and coffee?
            What's the difference between Java 8 and Java 21?
            Plus, it is the sum of all parts.
            Which one of the 2 is better, in addition?
            """)
    void wordsOfArithmeticAreNoneWithoutNumbers(String text) {
        var tools = List.of("multiply", "subtract", "add").stream()
                .map(name -> Offered.function(name, "", "{}"))
                .toList();

        assertThat(new Choosing(tools, new SplittableRandom(1), new WordMemo()).about(text, true))
                .isEmpty();
    }

    @Test
    void wordsOfTheSameTextAreFoundOnce() {
        var memo = new WordMemo();

        assertThat(memo.of("get_weather")).isSameAs(memo.of("get_weather")).containsExactly("weather");
        assertThat(memo.of("get_forecast")).containsExactly("forecast");
    }

    private static String chosen(String text) {
        return new Choosing(Offered.ALL, new SplittableRandom(1), new WordMemo())
                .about(text, false).stream().findFirst().map(Tool::name).orElse("");
    }
}
