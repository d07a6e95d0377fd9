package dev.wasmledger.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What guests' own tests see of it, on a JVM. */
class BytesTest {

    @Test
    void anElementBeginsBehindThoseBefore() {
        assertThat(Bytes.offset(2, 3, 24)).isEqualTo(48);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void noElementBeginsElsewhere(int index) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Bytes.offset(index, 3, 24));
    }

    @Test
    void growsToTwiceTheLengthOrMore() {
        assertThat(Bytes.grow(new byte[] {1, 2}, 3)).containsExactly(1, 2, 0, 0);
        assertThat(Bytes.grow(new byte[] {1, 2}, 5)).containsExactly(1, 2, 0, 0, 0);
        assertThat(Bytes.grow(new byte[0], 3)).hasSize(3);
    }

    @Test
    void copiesWithinOneArray() {
        byte[] bytes = {1, 2, 3, 4};
        Bytes.copy(bytes, 0, bytes, 1, 3);
        assertThat(bytes).containsExactly(1, 1, 2, 3);
    }
}
