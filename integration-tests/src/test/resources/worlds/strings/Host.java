package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.runtime.Component;
import host.test.strings.echo.Echo;
import host.test.strings.strings_world.StringsWorld;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (StringsWorld world = StringsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        StringBuilder everyPlane = new StringBuilder();
        for (int plane = 0; plane <= 16; plane++) {
            everyPlane.appendCodePoint(plane << 16 | 0x20).appendCodePoint(plane << 16 | 0xfffd);
        }
        for (String v : List.of("", "a", "na\u00efve", "\u4f60\u597d", everyPlane.toString(), "x".repeat(100_000))) {
            assertThat(echo.echoText(v)).isEqualTo(v);
            assertThat(echo.join(v, "!" + v)).isEqualTo(v + "!" + v);
        }
        assertThat(echo.codePoints(everyPlane.toString())).isEqualTo(everyPlane.codePoints().toArray());
        assertThatThrownBy(() -> echo.echoText("\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThat(echo.echoText("still there")).isEqualTo("still there");
    }
}
