package dev.wasmledger.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UInt128Test {

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(128);

    record Pair(UInt128 left, UInt128 right) {}

    static Stream<Pair> pairs() {
        long[] edges = {0, 1, 9, 10, 999_999_999, 1_000_000_000, Long.MAX_VALUE, Long.MIN_VALUE, -2, -1};
        Random random = new Random(128);
        return Stream.generate(() -> new Pair(number(edges, random), number(edges, random)))
                .limit(500);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void calculatesAsBigIntegersDo(Pair pair) {
        BigInteger left = big(pair.left);
        BigInteger right = big(pair.right);
        BigInteger sum = left.add(right);

        assertThat(pair.left.plus(pair.right).map(UInt128Test::big).orElse(LIMIT))
                .isEqualTo(sum.min(LIMIT));
        assertThat(pair.left.isGreaterThan(pair.right)).isEqualTo(left.compareTo(right) > 0);
        assertThat(pair.left).hasToString(left.toString());
        assertThat(UInt128.parse(left.toString())).contains(pair.left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "+1",
                "1.0",
                " 1",
                "ten",
                "340282366920938463463374607431768211456",
                "999999999999999999999999999999999999999",
                "0340282366920938463463374607431768211455"
            })
    void rejectsWhatIsNoNumberFromZeroToItsGreatest(String text) {
        assertThat(UInt128.parse(text)).isEmpty();
    }

    private static UInt128 number(long[] edges, Random random) {
        return UInt128.of(half(edges, random), half(edges, random));
    }

    private static long half(long[] edges, Random random) {
        return random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextLong();
    }

    private static BigInteger big(UInt128 number) {
        return new BigInteger(Long.toUnsignedString(number.high()))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(number.low())));
    }
}
