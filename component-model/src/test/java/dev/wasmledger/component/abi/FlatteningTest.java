package dev.wasmledger.component.abi;

import static dev.wasmledger.component.Types.F32;
import static dev.wasmledger.component.Types.F64;
import static dev.wasmledger.component.Types.STRING;
import static dev.wasmledger.component.Types.U32;
import static dev.wasmledger.component.Types.U64;
import static dev.wasmledger.component.Types.U8;
import static dev.wasmledger.component.Types.list;
import static dev.wasmledger.component.Types.record;
import static dev.wasmledger.component.Types.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.ValType;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlatteningTest {

    private static final Flattening.Mode STACKFUL = new Flattening.Mode(true, false);
    private static final Flattening.Mode CALLBACK = new Flattening.Mode(true, true);

    static Stream<Arguments> flatTypes() {
        return Stream.of(
                Arguments.of(record(U8, U64, F32), "i32 i64 f32"),
                Arguments.of(new OptionType(STRING), "i32 i32 i32"),
                Arguments.of(variant(F32, U32), "i32 i32"),
                Arguments.of(variant(F32, F32), "i32 f32"),
                Arguments.of(variant(F64, U32), "i32 i64"),
                Arguments.of(variant(null, STRING, F64), "i32 i64 i32"),
                Arguments.of(new ResultType(Optional.empty(), Optional.empty()), "i32"),
                Arguments.of(list(record(U8, F32), 2), "i32 f32 i32 f32"));
    }

    @ParameterizedTest
    @MethodSource("flatTypes")
    void flattens(ValType type, String expected) {
        assertThat(text(Flattening.MEMORY32.flatTypes(type))).isEqualTo(expected);
        assertThat(Flattening.MEMORY32.flatCount(List.of(type))).isEqualTo(expected.split(" ").length);
    }

    @Test
    void pointersHaveTheMemorysAddressType() {
        assertThat(text(Flattening.MEMORY64.flatTypes(STRING))).isEqualTo("i64 i64");
    }

    @Test
    void manyParametersGoThroughMemory() {
        FuncType sixteen = func(16, Optional.of(U32));
        assertThat(signature(sixteen, Flattening.Context.LIFT, Flattening.Mode.SYNC))
                .isEqualTo("i32 ".repeat(16) + "-> i32");
        assertThat(signature(func(17, Optional.of(U32)), Flattening.Context.LIFT, Flattening.Mode.SYNC))
                .isEqualTo("i32 -> i32");
    }

    @Test
    void aLargeResultGoesThroughMemory() {
        FuncType type = func(1, Optional.of(STRING));
        assertThat(signature(type, Flattening.Context.LIFT, Flattening.Mode.SYNC))
                .isEqualTo("i32 -> i32");
        assertThat(signature(type, Flattening.Context.LOWER, Flattening.Mode.SYNC))
                .isEqualTo("i32 i32 -> ");
    }

    @Test
    void asyncSignatures() {
        FuncType type = func(5, Optional.of(U32));
        assertThat(signature(type, Flattening.Context.LIFT, STACKFUL)).isEqualTo("i32 i32 i32 i32 i32 -> ");
        assertThat(signature(type, Flattening.Context.LIFT, CALLBACK)).isEqualTo("i32 i32 i32 i32 i32 -> i32");
        assertThat(signature(type, Flattening.Context.LOWER, STACKFUL)).isEqualTo("i32 i32 -> i32");
        assertThat(signature(func(4, Optional.empty()), Flattening.Context.LOWER, STACKFUL))
                .isEqualTo("i32 i32 i32 i32 -> i32");
    }

    @Test
    void aHugeFixedLengthListIsCountedNotExpanded() {
        FuncType type = new FuncType(false, List.of(new Field("a", list(list(U8, -1), -1))), Optional.empty());
        assertThat(signature(type, Flattening.Context.LIFT, Flattening.Mode.SYNC))
                .isEqualTo("i32 -> ");
    }

    private static FuncType func(int params, Optional<ValType> result) {
        return new FuncType(false, Collections.nCopies(params, new Field("p", U32)), result);
    }

    private static String signature(FuncType type, Flattening.Context context, Flattening.Mode mode) {
        CoreFuncType flat = Flattening.MEMORY32.flattenFuncType(type, context, mode);
        String params = flat.params().isEmpty() ? "" : text(flat.params()) + " ";
        return params + "-> " + text(flat.results());
    }

    private static String text(List<?> types) {
        return types.stream()
                .map(type -> type.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
