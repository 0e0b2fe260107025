package llmsim.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the document says of bodies is what is taken: the same examples are right and wrong, and the same keys are known. */
class BodiesTest {
    private static final Pattern CHOICES =
            Pattern.compile("unknown key '[^']*\\bnonesuchkey'; choices: ([a-z0-9_, ]+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static LlmSim llm;
    private static Document document;

    @BeforeAll
    static void start() {
        llm = LlmSim.builder().port(0).latency("instant").start();
        document = new Document(
                Ask.of("GET", "/llmsim/openapi.json", 200).send(llm, CLIENT).body());
    }

    @AfterAll
    static void stop() {
        llm.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PATCH | /llmsim/config | {}",
                "PATCH | /llmsim/config | {'seed': null, 'errors': null, 'latency': {'speed': 0.5}, 'faults': []}",
                "PATCH | /llmsim/config | {'server': {'api_keys': 'sk-1,sk-2'}, 'models': {'available': ['gpt-5'], 'strict': true}}",
                "PATCH | /llmsim/config | {'capacity': {'models': {'gpt-5': {'slots': 1, 'when_full': 'overloaded'}, 'o3': null}}}",
                "PATCH | /llmsim/config | {'limits': {'tier': ['openai-tier-1'], 'per': ['key'], 'all': {'tokens_per_day': 5}}}",
                "PATCH | /llmsim/config | {'limits': {'models': {'gpt-5*': {'requests_per_minute': 5}}, 'max_spend_dollars': 0.5}}",
                "PATCH | /llmsim/config | {'faults': [{'fault': 'reset@50%', 'rate': 0.1, 'models': ['gpt-5']}]}",
                "PATCH | /llmsim/config | {'latency': {'profiles': {'a': {'base': 'fast', 'tbt': {'mean': 1, 'stddev': 2}}}}}",
                "PATCH | /llmsim/config | {'latency': {'profiles': {'b': {'ttft': {'p50': 1, 'p90': 2, 'p99': 3}, 'tbt': 7}}}}",
                "PATCH | /llmsim/config | {'latency': {'profiles': {'c': {'ttft': {'samples': [1, 2.5]}, 'tbt': {'lognormal': {'median': 3, 'sigma': 1}}, 'tokens_per_event': 3, 'pauses': {'rate': 0.1, 'ms': 20}, 'stream_stddev': 0.2, 'prefill_tokens_per_second': 1000}}}}",
                "PATCH | /llmsim/config | {'incidents': [{'name': 'a', 'at': '0s', 'for': '1.5m', 'repeat_every': '2h', 'where': {'models': 'gpt-5', 'share': 0.5}, 'what': {'latency_factor': 2, 'errors': {'timeout_rate': 0.1, 'timeout_after_ms': 5}, 'faults': [{'fault': 'missing_end', 'rate': 1}], 'outage': false}}]}",
                "PUT | /llmsim/mocks | []",
                "PUT | /llmsim/mocks | {'mocks': [], 'on_no_match': 'error'}",
                "PUT | /llmsim/mocks | {'mocks': [], 'on_no_match': null}",
                "PUT | /llmsim/mocks | [{'response': 'x', 'priority': -1, 'latency': {'profile': 'fast'}}]",
                "PUT | /llmsim/mocks | [{'response': {'content': 'x', 'tool_calls': [{'name': 'f', 'arguments': {'a': [1]}, 'id': 'c'}]}}]",
                "PUT | /llmsim/mocks | [{'response': {'sequence': ['x', {'error': {'kind': 'other', 'message': 'm', 'status_code': 418}}], 'on_exhausted': 'loop'}}]",
                "PUT | /llmsim/mocks | [{'response': {'template': '{{model}}'}}, {'response': {'generator': 'fixed:x'}}]",
                "PUT | /llmsim/mocks | [{'response': 'x', 'match': {'content_contains': ['a', 'b'], 'system_contains': 'c', 'model': 'gpt*', 'regex': 'x+', 'role': 'tool', 'tool': 't', 'path': '/v1/*'}}]",
                "PUT | /llmsim/mocks | [{'response': 'x', 'match': {'tool_result': {'contains': 'a', 'tool': 't'}, 'header': {'x-a': 'b', 'x-c': {'contains': 'd'}}, 'json_path': ['$.a', {'expr': '$.b', 'equals': [1]}, {'expr': '$.c', 'exists': false}]}}]",
                "PUT | /llmsim/scripts | []",
                "PUT | /llmsim/scripts | {'scripts': [{'name': 'a', 'on_exhausted': 'error', 'turns': [{'type': 'assistant', 'text': 'x', 'fault': 'reset@2', 'match': {'model': 'gpt-5'}, 'latency': {'ttft_mean_ms': 1}}]}]}",
                "PUT | /llmsim/scripts | [{'turns': [{'type': 'tool_calls', 'calls': [{'name': 'f', 'arguments': {}}]}, {'type': 'mixed', 'text': 'x', 'calls': [{'name': 'f', 'arguments': 1}]}, {'type': 'error', 'kind': 'rate_limit'}, {'type': 'error', 'kind': 'other', 'message': 'm', 'status_code': 503}]}]",
                "POST | /llmsim/reset | {'statistics': true, 'cursors': true, 'limits': true, 'state': true, 'journal': true, 'occurrences': true}",
                "POST | /llmsim/verify | {'count': 0, 'match': {'model': 'gpt-5'}, 'among': {'endpoint': 'a', 'model': 'b', 'session': 'c', 'state': 'error', 'status': 500, 'key': 'd'}}",
                "POST | /llmsim/verify | {'count': {'min': 0, 'max': 3}}",
            })
    void whatIsRightIsTaken(String method, String path, String body) {
        assertThat(mistakes(method, path, body)).isEmpty();
        var answer = Ask.with(method, path, json(body), 200).send(llm, CLIENT);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PATCH | /llmsim/config | []",
                "PATCH | /llmsim/config | {'sed': 1}",
                "PATCH | /llmsim/config | {'seed': 1.5}",
                "PATCH | /llmsim/config | {'server': {'port': 1}}",
                "PATCH | /llmsim/config | {'latency': {'speed': 0}}",
                "PATCH | /llmsim/config | {'errors': {'preset': 'none_at_all', 'timeout_rate': 2}}",
                "PATCH | /llmsim/config | {'limits': {'per': ['nobody']}}",
                "PATCH | /llmsim/config | {'limits': {'all': {'requests_per_hour': 1}}}",
                "PATCH | /llmsim/config | {'capacity': {'models': {'gpt-5': {'slots': -1}}}}",
                "PATCH | /llmsim/config | {'faults': [{'fault': 'reset@50%'}]}",
                "PATCH | /llmsim/config | {'latency': {'profiles': {'wrong': {'ttft': 1}}}}",
                "PATCH | /llmsim/config | {'incidents': [{'name': 'a', 'at': '1 s', 'for': '1s', 'what': {}}]}",
                "PUT | /llmsim/mocks | {}",
                "PUT | /llmsim/mocks | [{}]",
                "PUT | /llmsim/mocks | [{'response': 7}]",
                "PUT | /llmsim/mocks | [{'response': {}}]",
                "PUT | /llmsim/mocks | [{'response': {'sequence': [], 'on_exhausted': 'loop'}}]",
                "PUT | /llmsim/mocks | [{'response': 'x', 'match': {'role': 'nobody'}}]",
                "PUT | /llmsim/scripts | [{'turns': []}]",
                "PUT | /llmsim/scripts | [{'turns': [{'type': 'assistant'}]}]",
                "PUT | /llmsim/scripts | [{'turns': [{'type': 'error', 'kind': 'other', 'message': 'm', 'status_code': 200}]}]",
                "POST | /llmsim/reset | {}",
                "POST | /llmsim/reset | {'cursors': 1}",
                "POST | /llmsim/verify | {'count': -1}",
                "POST | /llmsim/verify | {'order': []}",
                "POST | /llmsim/verify | {'among': {'state': 'on'}}",
            })
    void whatIsWrongIsRefused(String method, String path, String body) {
        assertThat(mistakes(method, path, body)).isNotEmpty();
        assertThat(Ask.with(method, path, json(body), 400).send(llm, CLIENT).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT | /llmsim/mocks | [{?}] | Mock/properties | ``",
                "PUT | /llmsim/mocks | [{'response': 'x', 'latency': {?}}] | Pace/properties | ``",
                "PUT | /llmsim/mocks | [{'response': 'x', 'match': {?}}] | Match/properties | ``",
                "PUT | /llmsim/mocks | [{'response': {'sequence': [{?}]}}] | MockAnswer/properties | file",
                "PUT | /llmsim/mocks | [{'response': {'tool_calls': [{?}]}}] | ScriptedCall/properties | ``",
                "PUT | /llmsim/mocks | [{'response': {'error': {'kind': 'other', ?}}}] | ScriptedError/properties | ``",
                "PUT | /llmsim/mocks | [{'response': 'x', 'match': {'tool_result': {?}}}] | Match/properties/tool_result/oneOf/1/properties | ``",
                "PUT | /llmsim/mocks | [{'response': 'x', 'match': {'json_path': {?}}}] | JsonPathCondition/oneOf/1/properties | ``",
                "PUT | /llmsim/mocks | {'mocks': [], ?} | MocksReplacement/oneOf/1/properties | ``",
                "PUT | /llmsim/scripts | [{?}] | Script/properties | ``",
                "PUT | /llmsim/scripts | [{'turns': [{'type': 'assistant', ?}]}] | AssistantTurn/properties | ``",
                "PUT | /llmsim/scripts | [{'turns': [{'type': 'tool_calls', ?}]}] | ToolCallsTurn/properties | ``",
                "PUT | /llmsim/scripts | [{'turns': [{'type': 'mixed', ?}]}] | MixedTurn/properties | ``",
                "PUT | /llmsim/scripts | [{'turns': [{'type': 'error', 'kind': 'other', ?}]}] | ErrorTurn/properties | ``",
                "PUT | /llmsim/scripts | {'scripts': [], ?} | ScriptsReplacement/oneOf/1/properties | ``",
                "PATCH | /llmsim/config | {'incidents': [{?}]} | Incident/properties | ``",
                "PATCH | /llmsim/config | {'incidents': [{'where': {?}}]} | Incident/properties/where/properties | ``",
                "PATCH | /llmsim/config | {'incidents': [{'what': {?}}]} | Incident/properties/what/properties | ``",
                "PATCH | /llmsim/config | {'incidents': [{'what': {'errors': {?}}}]} | ErrorRates/properties | ``",
                "PATCH | /llmsim/config | {'faults': [{?}]} | StreamFault/properties | ``",
                "PATCH | /llmsim/config | {'capacity': {'models': {'o3': {?}}}} | ModelCapacity/properties | ``",
                "PATCH | /llmsim/config | {'latency': {'profiles': {'q': {?}}}} | LatencyProfile/properties | ``",
                "PATCH | /llmsim/config | {'latency': {'profiles': {'q': {'base': 'fast', 'pauses': {?}}}}} | LatencyProfile/properties/pauses/properties | ``",
                "PATCH | /llmsim/config | {'latency': {'profiles': {'q': {'ttft': {'mean': 1, ?}}}}} | Distribution/oneOf/1/properties | ``",
                "PATCH | /llmsim/config | {'limits': {'all': {?}}} | ConfigurationChange/properties/limits/properties/all/properties | ``",
                "POST | /llmsim/verify | {?} | Expectation/properties | ``",
                "POST | /llmsim/verify | {'among': {?}} | RequestFilter/properties | ``",
                "POST | /llmsim/verify | {'count': {?}} | ExpectedCount/oneOf/1/properties | ``",
                "POST | /llmsim/reset | {?} | WhatToReset/properties | ``",
            })
    void theSameKeysAreKnown(String method, String path, String body, String properties, String more) {
        var known = new TreeSet<String>(more.isEmpty() ? Set.of() : Set.of(more));
        known.addAll(document.json().at("/components/schemas/" + properties).propertyNames());
        var refused = Ask.with(method, path, json(body.replace("?", "'nonesuchkey': 1")), 400)
                .send(llm, CLIENT);

        var choices = CHOICES.matcher(refused.body());
        assertThat(choices.find()).as(refused.body()).isTrue();
        assertThat(new TreeSet<>(Arrays.asList(choices.group(1).split(", ", -1))))
                .isEqualTo(known);
    }

    private static List<String> mistakes(String method, String path, String body) {
        var said = document.operation(method, path).said().path("requestBody");
        return document.mistakes(Document.schema(said), json(body));
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }
}
