package dev.wasmledger.component.abi;

import static dev.wasmledger.component.Types.BOOL;
import static dev.wasmledger.component.Types.F32;
import static dev.wasmledger.component.Types.F64;
import static dev.wasmledger.component.Types.STRING;
import static dev.wasmledger.component.Types.U16;
import static dev.wasmledger.component.Types.U32;
import static dev.wasmledger.component.Types.U64;
import static dev.wasmledger.component.Types.U8;
import static dev.wasmledger.component.Types.enumOf;
import static dev.wasmledger.component.Types.list;
import static dev.wasmledger.component.Types.record;
import static dev.wasmledger.component.Types.tuple;
import static dev.wasmledger.component.Types.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures worked out by hand from CanonicalABI.md. */
class LayoutTest {

    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of(BOOL, 1, 1, 1, 1),
                Arguments.of(STRING, 4, 8, 8, 16),
                Arguments.of(record(U8, U64, U8), 8, 24, 8, 24),
                Arguments.of(record(U8, STRING), 4, 12, 8, 24),
                Arguments.of(tuple(U16, U8), 2, 4, 2, 4),
                Arguments.of(new OptionType(U8), 1, 2, 1, 2),
                Arguments.of(new OptionType(U64), 8, 16, 8, 16),
                Arguments.of(new ResultType(Optional.empty(), Optional.of(U32)), 4, 8, 4, 8),
                Arguments.of(enumOf(256), 1, 1, 1, 1),
                Arguments.of(enumOf(257), 2, 2, 2, 2),
                Arguments.of(variant(null, F32, U64), 8, 16, 8, 16),
                Arguments.of(list(U16, 5), 2, 10, 2, 10),
                Arguments.of(list(U64), 4, 8, 8, 16),
                Arguments.of(new MapType(STRING, U8), 4, 8, 8, 16),
                Arguments.of(new FlagsType(Collections.nCopies(8, "f")), 1, 1, 1, 1),
                Arguments.of(new FlagsType(Collections.nCopies(9, "f")), 2, 2, 2, 2),
                Arguments.of(new FlagsType(Collections.nCopies(32, "f")), 4, 4, 4, 4));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void sizeAndAlignment(ValType type, int alignment32, int size32, int alignment64, int size64) {
        assertThat(Layout.MEMORY32.alignment(type)).isEqualTo(alignment32);
        assertThat(Layout.MEMORY32.elemSize(type)).isEqualTo(size32);
        assertThat(Layout.MEMORY64.alignment(type)).isEqualTo(alignment64);
        assertThat(Layout.MEMORY64.elemSize(type)).isEqualTo(size64);
    }

    @Test
    void fieldsLieAtTheirAlignment() {
        assertThat(Layout.MEMORY32.fieldOffsets(List.of(U8, U32, U8, F64))).containsExactly(0, 4, 8, 16);
    }

    @Test
    void aPayloadLiesAfterThePaddedDiscriminant() {
        VariantType variant = variant(null, U64);
        assertThat(Layout.MEMORY32.payloadOffset(variant.cases())).isEqualTo(8);
        assertThat(Layout.MEMORY32.payloadOffset(variant(U8).cases())).isEqualTo(1);
    }

    @Test
    void aSizeBeyondIntSaturates() {
        ValType huge = list(list(U64, -1), -1);
        assertThat(Layout.MEMORY32.elemSize(tuple(huge, huge))).isEqualTo(Integer.MAX_VALUE);
    }
}
