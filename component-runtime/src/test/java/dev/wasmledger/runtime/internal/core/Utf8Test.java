package dev.wasmledger.runtime.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text of every length about which the copying changes its way, held against Java's own strict decoder. */
class Utf8Test {

    private static final String[] PIECES = {"a", "ö", "☃", "𝄞", "ascii text of some length, "};
    private static final int BEFORE = 3;
    private static final int TRIES = 30;

    static Stream<Integer> lengths() {
        return IntStream.concat(
                        IntStream.rangeClosed(0, 80),
                        IntStream.of(8191, 8192, 8193, 8255, 8256, 16_384, 16_385, 40_000))
                .boxed();
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void copiesWhatIsValidAndSaysWhatIsNot(int length) {
        var random = new Random(length);
        for (int i = 0; i < TRIES; i++) {
            byte[] text = text(length, random);
            byte[] source = new byte[BEFORE + text.length + BEFORE];
            // What lies around the text is no part of it.
            Arrays.fill(source, (byte) 0xff);
            System.arraycopy(text, 0, source, BEFORE, text.length);
            if (i % 3 == 0 && text.length > 0) {
                source[BEFORE + random.nextInt(text.length)] = (byte) (0x80 + random.nextInt(0x80));
            }
            byte[] target = new byte[2 * BEFORE + source.length];

            boolean valid = Utf8.copy(source, BEFORE, target, 2 * BEFORE, text.length);

            assertThat(valid).isEqualTo(isValid(source, text.length));
            if (valid) {
                byte[] expected = new byte[target.length];
                System.arraycopy(source, BEFORE, expected, 2 * BEFORE, text.length);
                assertThat(target).isEqualTo(expected);
            }
        }
    }

    /** Of about that many bytes. */
    private static byte[] text(int length, Random random) {
        boolean ascii = random.nextBoolean();
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(ascii ? "x" : PIECES[random.nextInt(PIECES.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return ascii ? Arrays.copyOf(bytes, length) : bytes;
    }

    private static boolean isValid(byte[] source, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source, BEFORE, length));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
