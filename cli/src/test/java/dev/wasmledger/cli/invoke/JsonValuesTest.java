package dev.wasmledger.cli.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.wit.WitTypes;
import dev.wasmledger.runtime.wave.Wave;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.diagnostic.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    bool                            | true                 | true
                    u8                              | 255                  | 255
                    s16                             | -2                   | -2
                    u32                             | 4294967295           | 4294967295
                    u64                             | 18446744073709551615 | 18446744073709551615
                    s64                             | -9223372036854775808 | -9223372036854775808
                    f32                             | 0.1                  | 0.1
                    f64                             | 1e300                | 1.0E300
                    f64                             | -inf                 | "-inf"
                    f32                             | nan                  | "nan"
                    char                            | '☃'                  | "☃"
                    string                          | "a\\"b"              | "a\\"b"
                    list<u8>                        | [1, 2]               | [1,2]
                    list<u8, 2>                     | [1, 2]               | [1,2]
                    tuple<u8, string>               | (1, "a")             | [1,"a"]
                    map<string, u8>                 | [("a", 1)]           | [["a",1]]
                    option<u8>                      | none                 | null
                    option<u8>                      | 7                    | 7
                    option<option<u8>>              | some(none)           | {"some":null}
                    option<option<u8>>              | none                 | null
                    result<u8, string>              | ok(1)                | {"ok":1}
                    result<u8, string>              | err("no")            | {"err":"no"}
                    result                          | ok                   | {"ok":null}
                    point                           | {y: 2, x: 1}         | {"x":1,"y":2}
                    shape                           | circle(1.5)          | {"circle":1.5}
                    shape                           | nothing              | {"nothing":null}
                    way                             | south                | "south"
                    rights                          | {write, read}        | ["read","write"]
                    """)
    void hasOneFormForEachType(String type, String wave, String json) {
        ValType valType = type(type);
        var value = Wave.parse(new SourceFile("value", wave), valType);
        assertThat(JsonValues.json(value, valType)).hasToString(json);
    }

    private static ValType type(String text) {
        ResolvedWit wit =
                new WitLoader().text("test.wit", """
                        package test:json;
                        interface all {
                            record point { x: u8, y: u8 }
                            variant shape { nothing, circle(f64) }
                            enum way { north, south }
                            flags rights { read, write }
                            f: func(a: %s);
                        }
                        """.formatted(text)).load().orThrow();
        FuncType function = new WitTypes(wit)
                .funcType(wit.interfaces().getFirst().functions().get("f"));
        return function.params().getFirst().type();
    }
}
