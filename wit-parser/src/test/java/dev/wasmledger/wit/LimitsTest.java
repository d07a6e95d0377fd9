package dev.wasmledger.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that is made to break a parser gets a diagnostic: no exception, no endless work. */
class LimitsTest {

    private static final String HEAD = "package a:b; interface i { ";

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("parentheses", "(".repeat(10_000_000), "WIT0108"),
                Arguments.of("few parentheses", "(".repeat(500_000), "WIT0106"),
                Arguments.of("braces", HEAD + "{".repeat(500_000), "WIT0106"),
                Arguments.of("braces on lines", HEAD + "{\n".repeat(300_000), "WIT0106"),
                Arguments.of("semicolons", ";".repeat(500_000), "WIT0106"),
                Arguments.of("wrong lines", HEAD + "f: g;\n".repeat(20_000), "WIT0106"),
                Arguments.of("lists", HEAD + "type t = " + "list<".repeat(100_000), "WIT0107"),
                Arguments.of("packages", "package a:b {".repeat(100_000), "WIT0107"),
                Arguments.of("comments", "/*".repeat(1_000_000), "WIT0102"),
                Arguments.of("string", "@external-id(\"" + "x".repeat(1_000_000), "WIT0103"),
                Arguments.of("name", "package a:" + "n".repeat(1_000_000) + ";", "WIT0104"),
                Arguments.of("names", HEAD + ("n".repeat(1_000_000) + ": func();").repeat(3) + "}", "WIT0104"),
                Arguments.of("used name", HEAD + "f: func(a: " + "n".repeat(1_000_000) + "); }", "WIT0104"),
                Arguments.of(
                        "feature", HEAD + "@unstable(feature = " + "n".repeat(1_000_000) + ") f: func(); }", "WIT0104"),
                Arguments.of(
                        "closed lists",
                        HEAD + "type t = " + "list<".repeat(100_000) + "u8" + ">".repeat(100_000) + "; }",
                        "WIT0107"),
                Arguments.of("chain of interfaces", chainOfInterfaces(2_000), "WIT0108"),
                Arguments.of("includes", manyIncludes(1_000, 1_000), "WIT0108"),
                Arguments.of("cycle of types", HEAD + chainOfTypes(20_000, "t0") + "}", "WIT0404"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void aBombIsADiagnostic(String name, String text, String id) {
        assertThat(new WitLoader().text("bomb.wit", text).load().diagnostics())
                .extracting(Diagnostic::id)
                .contains(id)
                .hasSizeLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("largeButRight")
    void whatIsLargeButRightIsRead(String text) {
        assertThat(new WitLoader().text("large.wit", text).load().diagnostics()).isEmpty();
    }

    static Stream<String> largeButRight() {
        return Stream.of(
                HEAD + chainOfTypes(20_000, "u8") + "}",
                chainOfInterfaces(400),
                HEAD + "enum e {" + numbered("c", 50_000) + "} }",
                "package a:p; "
                        + IntStream.range(0, 5_000)
                                .mapToObj(i -> "package a:p%d { interface i { use a:p%d/i.{}; } }".formatted(i, i + 1))
                                .collect(Collectors.joining("\n"))
                        + "package a:p5000 { interface i {} }");
    }

    private static String numbered(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).collect(Collectors.joining(","));
    }

    private static String chainOfTypes(int count, String last) {
        return IntStream.range(0, count)
                .mapToObj(i -> "type t%d = %s;".formatted(i, i + 1 == count ? last : "t" + (i + 1)))
                .collect(Collectors.joining("\n"));
    }

    private static String chainOfInterfaces(int count) {
        return "package a:b; interface i0 { type t = u8; }"
                + IntStream.range(1, count)
                        .mapToObj(i -> "interface i%d { use i%d.{t}; }".formatted(i, i - 1))
                        .collect(Collectors.joining("\n"))
                + "world w { import i%d; }".formatted(count - 1);
    }

    private static String manyIncludes(int functions, int worlds) {
        return "package a:b; world large { "
                + IntStream.range(0, functions)
                        .mapToObj("import fn%d: func();"::formatted)
                        .collect(Collectors.joining())
                + " }"
                + IntStream.range(0, worlds)
                        .mapToObj("world w%d { include large; }"::formatted)
                        .collect(Collectors.joining("\n"));
    }
}
