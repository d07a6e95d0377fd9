package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.numbers.echo.Echo;
import host.test.numbers.numbers_world.NumbersWorld;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (NumbersWorld world = NumbersWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        for (byte v : new byte[] {0, 1, -1, Byte.MIN_VALUE, Byte.MAX_VALUE}) {
            assertThat(echo.echoU8(v)).isEqualTo(v);
            assertThat(echo.echoS8(v)).isEqualTo(v);
        }
        for (short v : new short[] {0, 1, -1, Short.MIN_VALUE, Short.MAX_VALUE}) {
            assertThat(echo.echoU16(v)).isEqualTo(v);
            assertThat(echo.echoS16(v)).isEqualTo(v);
        }
        for (int v : new int[] {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThat(echo.echoU32(v)).isEqualTo(v);
            assertThat(echo.echoS32(v)).isEqualTo(v);
        }
        for (long v : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(echo.echoU64(v)).isEqualTo(v);
            assertThat(echo.echoS64(v)).isEqualTo(v);
        }
        for (float v : new float[] {0, -0f, 1.5f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY}) {
            assertThat(echo.echoF32(v)).isEqualTo(v);
        }
        for (double v : new double[] {0, -0.0, 1.5, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
            assertThat(echo.echoF64(v)).isEqualTo(v);
        }
        assertThat(echo.echoF32(Float.NaN)).isNaN();
        assertThat(echo.echoF64(Double.NaN)).isNaN();
    }
}
