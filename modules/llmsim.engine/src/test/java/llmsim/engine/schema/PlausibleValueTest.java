package llmsim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PlausibleValueTest {
    private static final String WEATHER =
            "{'type':'object','properties':{'location':{'type':'string','description':'The city and state, e.g. San Francisco, CA'},"
                    + "'unit':{'type':'string','enum':['celsius','fahrenheit']},'days':{'type':'integer','maximum':14}},"
                    + "'required':['location','unit','days'],'additionalProperties':false}";

    @Test
    void theRequestsOwnWordsAreUsed() {
        each(WEATHER, "What is the weather in Paris in fahrenheit for 3 days?", value -> {
            assertThat(value.get("location").stringValue()).isEqualTo("Paris");
            assertThat(value.get("unit").stringValue()).isEqualTo("fahrenheit");
            assertThat(value.get("days").intValue()).isEqualTo(3);
        });
    }

    @Test
    void personsAreKnownByTheirNameAndAge() {
        each(
                "{'type':'object','properties':{'name':{'type':'string'},'age':{'type':'integer'}},'required':['name','age']}",
                "Return JSON with the keys name and age for Bob, who is 52 years old since 3 days",
                value -> {
                    assertThat(value.get("name").stringValue()).isEqualTo("Bob");
                    assertThat(value.get("age").intValue()).isEqualTo(52);
                });
    }

    @Test
    void whatDoesNotFitIsNotBorrowed() {
        each(
                WEATHER,
                "What is the weather in Paris for 30 days?",
                value -> assertThat(value.get("days").intValue()).isLessThan(15));
    }

    @Test
    void eachPieceIsBorrowedOnce() {
        each(
                "{'type':'object','properties':{'origin':{'type':'string'},'destination':{'type':'string'}},'required':['origin','destination']}",
                "Find me a flight from New York to Rome",
                value -> {
                    assertThat(value.get("origin").stringValue()).isEqualTo("New York");
                    assertThat(value.get("destination").stringValue()).isEqualTo("Rome");
                });
    }

    @Test
    void aQueryIsTheRequest() {
        each(
                "{'type':'object','properties':{'query':{'type':'string'}},'required':['query']}",
                "how tall is a giraffe",
                value -> assertThat(value.get("query").stringValue()).isEqualTo("how tall is a giraffe"));
    }

    @ParameterizedTest
    @CsvSource({
        "email,.+@example\\.(com|org)",
        "contactEmail,.+@example\\.(com|org)",
        "home_page_url,https://.*",
        "phoneNumber,\\+.*",
        "city,[A-Z].*",
        "cities,[A-Z].*",
        "countryCode,[A-Z][A-Za-z]+",
        "customer_name,[A-Z][a-z]+ [A-Z][a-z]+",
        "fullName,[A-Z][a-z]+ [A-Z][a-z]+",
        "first_name,[A-Z][a-z]+",
        "user_name,[a-z0-9]+",
        "hostName,[a-z]+(\\.[a-z]+)+",
        "file_name,.+\\.(txt|pdf|py)",
        "tableName,[a-z]+",
        "tool_name,[a-z_]+",
        "foo_name,[a-z ]+",
        "due-date,\\d{4}-\\d\\d-\\d\\d",
        "language,[A-Za-z-]+",
        "currency,[A-Z]{3}"
    })
    void namesSayWhatValuesLookLike(String name, String pattern) {
        var document = "{'type':'object','properties':{'" + name + "':{'type':'string'}},'required':['" + name + "']}";

        each(document, "", value -> assertThat(value.get(name).stringValue()).matches(pattern));
    }

    @ParameterizedTest
    @CsvSource({"age,18,75", "price,5,250", "rating,1,5", "latitude,35,55", "anything,1,100"})
    void namesSayHowLargeNumbersAre(String name, double least, double most) {
        var document = "{'type':'object','properties':{'" + name + "':{'type':'number'}},'required':['" + name + "']}";

        each(document, "", value -> assertThat(value.get(name).doubleValue()).isBetween(least, most));
    }

    @Test
    void defaultsAndExamplesComeUp() {
        var schema = Schema.read(Json.quoted("{'type':'string','default':'one','examples':['two','three']}"));

        assertThat(SchemaKeywordTest.values(Json.quoted("{'type':'string','default':'one','examples':['two']}"))
                        .map(JsonNode::stringValue))
                .contains("one", "two");
        assertThat(schema.value(new SplittableRandom(3), Hints.NONE).isString()).isTrue();
    }

    @Test
    void optionalPropertiesComeUpSometimes() {
        var document = Json.quoted("{'type':'object','properties':{'a':{'type':'null'}}}");

        assertThat(SchemaKeywordTest.values(document).map(value -> value.has("a")))
                .contains(true, false);
    }

    private static void each(String document, String prompt, Consumer<JsonNode> check) {
        var schema = Schema.read(Json.quoted(document));
        for (var seed = 0; seed < 20; seed++) {
            check.accept(schema.value(new SplittableRandom(seed), Hints.of(prompt)));
        }
    }
}
