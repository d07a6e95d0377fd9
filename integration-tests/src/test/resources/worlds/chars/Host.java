package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.runtime.Component;
import host.test.chars.chars_world.CharsWorld;
import host.test.chars.echo.Echo;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (CharsWorld world = CharsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        for (int v : new int[] {0, 'a', 0xe9, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x1f600, 0x10ffff}) {
            assertThat(echo.echoChar(v)).isEqualTo(v);
        }
        assertThatThrownBy(() -> echo.echoChar(0xd800)).isInstanceOf(IllegalArgumentException.class);
        assertThat(echo.echoBool(true)).isTrue();
        assertThat(echo.echoBool(false)).isFalse();
        assertThat(echo.isLetter('x')).isTrue();
        assertThat(echo.isLetter('7')).isFalse();
    }
}
