package dev.wasmledger.components.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WitWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules that README.md sets the contract's packages, and what was released of them. */
class ContractTest {

    private static final Path PACKAGES = Path.of("src/main/resources/META-INF/wit");
    private static final Path RELEASED = Path.of("src/test/resources/released/contract.txt");

    private static ResolvedWit wit() {
        return new WitLoader()
                .path(PACKAGES.resolve("ledger"))
                .library(PACKAGES.resolve("types"))
                .library(PACKAGES.resolve("host"))
                .load()
                .orThrow();
    }

    @Test
    void nothingThatWasReleasedIsBroken() throws IOException {
        SortedMap<String, String> current = new Contract(wit()).lines();
        if (Boolean.getBoolean("bless")) {
            Files.writeString(
                    RELEASED,
                    current.entrySet().stream()
                            .map(line -> line.getKey() + "\t" + line.getValue() + "\n")
                            .collect(Collectors.joining()));
        }
        assertThat(breaks(released(), current))
                .as("breaking changes against %s; at a release, -Dbless=true takes them over", RELEASED)
                .isEmpty();
    }

    @Test
    void everyBreakIsNamed() {
        Map<String, String> released = Map.of("t type a", "record x: u8", "t type b", "enum c", "t func f", "()");
        Map<String, String> current = Map.of("t type a", "record x: u16", "t func f", "()", "t func g", "() -> string");
        assertThat(breaks(released, current))
                .containsExactly("t type a was 'record x: u8' and is 'record x: u16'", "t type b is gone");
    }

    private static List<String> breaks(Map<String, String> released, Map<String, String> current) {
        List<String> breaks = new ArrayList<>();
        new TreeMap<>(released).forEach((what, was) -> {
            String is = current.get(what);
            if (is == null) {
                breaks.add(what + " is gone");
            } else if (!is.equals(was)) {
                breaks.add("%s was '%s' and is '%s'".formatted(what, was, is));
            }
        });
        return breaks;
    }

    private static Map<String, String> released() throws IOException {
        return Files.readAllLines(RELEASED).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    @Test
    void thereIsNoFloatingPoint() {
        assertThat(new Contract(wit()).lines().toString()).doesNotContainPattern("\\bf(32|64)\\b[^:]");
    }

    @Test
    void whatIsHotHasAFixedSize() {
        for (String name : List.of(
                "account",
                "transfer",
                "event",
                "account-result",
                "transfer-result",
                "account-filter",
                "account-balance",
                "query-filter",
                "event-filter",
                "row8",
                "row16",
                "ordered-row8")) {
            ResolvedWit wit = wit();
            TypeDef type = wit.types().stream()
                    .filter(each -> each.name().equals(name) && each.kind() instanceof TypeDefKind.RecordKind)
                    .findFirst()
                    .orElseThrow();
            assertThat(isFixed(type, wit)).as(name).isTrue();
        }
    }

    private static boolean isFixed(TypeDef type, ResolvedWit wit) {
        return switch (type.kind()) {
            case TypeDefKind.RecordKind(var fields) -> fields.stream().allMatch(field -> isFixed(field.type(), wit));
            case TypeDefKind.AliasKind(Type target) -> isFixed(target, wit);
            case TypeDefKind.EnumKind cases -> true;
            case TypeDefKind.FlagsKind flags -> true;
            default -> false;
        };
    }

    private static boolean isFixed(Type type, ResolvedWit wit) {
        return switch (type) {
            case Type.Primitive primitive -> primitive != Type.Primitive.STRING;
            case Type.Named(var id) -> isFixed(wit.get(id), wit);
            default -> false;
        };
    }

    /** What can go wrong is a case: nothing that says so is a number or a text. */
    @Test
    void everyErrorIsACase() {
        ResolvedWit wit = wit();
        for (TypeDef type : wit.types()) {
            boolean says = type.name().endsWith("-status") || type.name().endsWith("-error");
            if (says && !(type.kind() instanceof TypeDefKind.AliasKind)) {
                assertThat(type.kind())
                        .as(type.name())
                        .isInstanceOfAny(TypeDefKind.EnumKind.class, TypeDefKind.VariantKind.class);
            }
            if (type.kind() instanceof TypeDefKind.RecordKind(var fields)) {
                fields.stream()
                        .filter(field ->
                                field.name().equals("status") || field.name().equals("error"))
                        .forEach(field -> assertThat(field.type())
                                .as(type.name() + "." + field.name())
                                .isInstanceOf(Type.Named.class));
            }
        }
    }

    @Test
    void everythingSaysWhatItIs() {
        ResolvedWit wit = wit();
        List<String> silent = new ArrayList<>();
        for (WitInterface each : wit.interfaces()) {
            note(each.docs(), "interface " + each.name().orElse("?"), silent);
            each.functions().forEach((name, function) -> note(function.docs(), "func " + name, silent));
            each.types().values().forEach(id -> noteType(wit.get(id), silent));
        }
        for (WitWorld world : wit.worlds()) {
            note(world.docs(), "world " + world.name(), silent);
        }
        assertThat(silent).isEmpty();
    }

    private static void noteType(TypeDef type, List<String> silent) {
        switch (type.kind()) {
            case TypeDefKind.AliasKind alias -> {}
            case TypeDefKind.ResourceKind resource -> note(type.docs(), type.name(), silent);
            case TypeDefKind.RecordKind(var fields) ->
                fields.forEach(field -> note(field.docs(), type.name() + "." + field.name(), silent));
            case TypeDefKind.VariantKind(var cases) ->
                cases.forEach(each -> note(each.docs(), type.name() + "." + each.name(), silent));
            case TypeDefKind.EnumKind(var cases) ->
                cases.forEach(each -> note(each.docs(), type.name() + "." + each.name(), silent));
            case TypeDefKind.FlagsKind(var flags) ->
                flags.forEach(each -> note(each.docs(), type.name() + "." + each.name(), silent));
        }
        if (!(type.kind() instanceof TypeDefKind.AliasKind)) {
            note(type.docs(), "type " + type.name(), silent);
        }
    }

    private static void note(Optional<String> docs, String what, List<String> silent) {
        if (docs.isEmpty() || docs.get().isBlank()) {
            silent.add(what);
        }
    }
}
