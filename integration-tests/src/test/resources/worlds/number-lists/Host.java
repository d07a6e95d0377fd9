package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.number_lists.echo.Echo;
import host.test.number_lists.number_lists_world.NumberListsWorld;
import java.util.Arrays;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (NumberListsWorld world = NumberListsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        assertThat(echo.listU8(new byte[] {0, -1, 127})).containsExactly(0, -1, 127);
        assertThat(echo.listU8(new byte[0])).isEmpty();
        assertThat(echo.listS16(new short[] {Short.MIN_VALUE, 5})).containsExactly(Short.MIN_VALUE, 5);
        assertThat(echo.listU32(new int[] {-1, 0})).containsExactly(-1, 0);
        assertThat(echo.listS64(new long[] {Long.MIN_VALUE})).containsExactly(Long.MIN_VALUE);
        assertThat(echo.listF32(new float[] {1.5f, -0f})).containsExactly(1.5f, -0f);
        assertThat(echo.listF64(new double[] {Math.PI})).containsExactly(Math.PI);
        long[] many = new long[10_000];
        Arrays.setAll(many, i -> i);
        assertThat(echo.sum(many)).isEqualTo(49_995_000);
    }
}
