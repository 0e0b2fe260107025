package llmsim.engine.schema;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Schemas as libraries and providers write them. */
class RealSchemaTest {
    @Test
    void zod() {
        assertValid("""
                {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{
                  "email":{"type":"string","format":"email","pattern":"^(?!\\\\.)(?!.*\\\\.\\\\.)([A-Za-z0-9_'+\\\\-\\\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\\\-]*\\\\.)+[A-Za-z]{2,}$"},
                  "id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},
                  "at":{"type":"string","format":"date-time","pattern":"^(?:(?:\\\\d\\\\d[2468][048]|\\\\d\\\\d[13579][26]|\\\\d\\\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\\\d|30)|(?:02)-(?:0[1-9]|1\\\\d|2[0-8])))T(?:(?:[01]\\\\d|2[0-3]):[0-5]\\\\d(?::[0-5]\\\\d(?:\\\\.\\\\d+)?)?(?:Z))$"},
                  "count":{"type":"integer","exclusiveMinimum":0,"maximum":9007199254740991},
                  "role":{"anyOf":[{"type":"string","const":"admin"},{"type":"string","const":"user"}]},
                  "tuple":{"type":"array","prefixItems":[{"type":"string"},{"type":"number"}]},
                  "record":{"type":"object","propertyNames":{"type":"string"},"additionalProperties":{"type":"number"}},
                  "shape":{"oneOf":[{"type":"object","properties":{"kind":{"type":"string","const":"a"},"x":{"type":"number"}},"required":["kind","x"],"additionalProperties":false},
                    {"type":"object","properties":{"kind":{"type":"string","const":"b"}},"required":["kind"],"additionalProperties":false}]}},
                 "required":["email","id","at","count","role","tuple","record","shape"],"additionalProperties":false}""");
    }

    @Test
    void pydantic() {
        assertValid("""
                {"$defs":{"Color":{"enum":["red","green"],"title":"Color","type":"string"},
                  "Item":{"properties":{"name":{"maxLength":20,"title":"Name","type":"string"},
                    "price":{"exclusiveMinimum":0,"title":"Price","type":"number"},
                    "color":{"anyOf":[{"$ref":"#/$defs/Color"},{"type":"null"}],"default":null},
                    "parts":{"items":{"$ref":"#/$defs/Item"},"title":"Parts","type":"array"}},
                   "required":["name","price","parts"],"title":"Item","type":"object"}},
                 "properties":{"items":{"items":{"$ref":"#/$defs/Item"},"minItems":1,"title":"Items","type":"array"},
                  "main":{"allOf":[{"$ref":"#/$defs/Item"}],"description":"the main one"},
                  "tags":{"items":{"type":"string"},"title":"Tags","type":"array","uniqueItems":true},
                  "pair":{"maxItems":2,"minItems":2,"prefixItems":[{"type":"integer"},{"type":"string"}],"title":"Pair","type":"array"},
                  "when":{"anyOf":[{"format":"date","type":"string"},{"format":"duration","type":"string"}],"title":"When"}},
                 "required":["items","main","tags","pair","when"],"title":"Order","type":"object"}""");
    }

    @Test
    void openAiStrict() {
        assertValid("""
                {"type":"object","properties":{"steps":{"type":"array","items":{"type":"object","properties":{
                  "explanation":{"type":"string"},"output":{"type":"string"}},"required":["explanation","output"],"additionalProperties":false}},
                  "final_answer":{"type":"string"}},"required":["steps","final_answer"],"additionalProperties":false}""");
        assertValid("""
                {"type":"object","properties":{"type":{"type":"string","enum":["div","button","header","section","field","form"]},
                  "label":{"type":"string"},"children":{"type":"array","items":{"$ref":"#"}},
                  "attributes":{"type":"array","items":{"$ref":"#/$defs/attribute"}}},
                 "required":["type","label","children","attributes"],"additionalProperties":false,
                 "$defs":{"attribute":{"type":"object","properties":{"name":{"type":"string"},"value":{"type":"string"}},
                  "required":["name","value"],"additionalProperties":false}}}""");
        assertValid("""
                {"type":"object","properties":{"linked_list":{"$ref":"#/$defs/node"}},"$defs":{"node":{"type":"object",
                  "properties":{"value":{"type":"number"},"next":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]}},
                  "additionalProperties":false,"required":["next","value"]}},"additionalProperties":false,"required":["linked_list"]}""");
    }

    @Test
    void geminiUpperCase() {
        var plain = Json.of("""
                {"type":"array","items":{"type":"object","properties":{"recipeName":{"type":"string"},
                  "rating":{"type":["integer","null"],"minimum":1,"maximum":5},"size":{"type":"string","enum":["small","large"]}},
                  "required":["recipeName","size"]},"minItems":1,"maxItems":3}""");
        var upperCase = Json.of("""
                {"type":"ARRAY","items":{"type":"OBJECT","properties":{"recipeName":{"type":"STRING"},
                  "rating":{"type":"INTEGER","nullable":true,"minimum":1,"maximum":5},"size":{"type":"STRING","format":"enum","enum":["small","large"]}},
                  "required":["recipeName","size"],"propertyOrdering":["size","recipeName","rating"]},"minItems":"1","maxItems":"3"}""");

        SchemaKeywordTest.values(upperCase).forEach(value -> Judge.requireValid(plain, value));
    }

    @Test
    void conditionsByCountry() {
        assertValid("""
                {"type":"object","properties":{"country":{"enum":["US","CA","NL"]},"postal_code":{"type":"string"}},
                 "required":["country","postal_code"],"allOf":[
                  {"if":{"properties":{"country":{"const":"US"}}},"then":{"properties":{"postal_code":{"pattern":"^[0-9]{5}(-[0-9]{4})?$"}}}},
                  {"if":{"properties":{"country":{"const":"CA"}}},"then":{"properties":{"postal_code":{"pattern":"^[A-Z][0-9][A-Z] [0-9][A-Z][0-9]$"}}}},
                  {"if":{"properties":{"country":{"const":"NL"}}},"then":{"properties":{"postal_code":{"pattern":"^[0-9]{4} [A-Z]{2}$"}}}}]}""");
    }

    private static void assertValid(String text) {
        JsonNode document = Json.of(text);
        SchemaKeywordTest.values(document).forEach(value -> Judge.requireValid(document, value));
    }
}
