package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.records.echo.Echo;
import host.test.records.echo.Person;
import host.test.records.echo.Point;
import host.test.records.records_world.RecordsWorld;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (RecordsWorld world = RecordsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        Person ann = new Person("Ann", (short) 0xfff0, true, new Point(1.5f, -2), List.of("a", ""), Optional.empty());
        Person bob = new Person("", (short) 0, false, new Point(0, 0), List.of(), Optional.of(new Point(3, 4)));
        assertThat(echo.mix(ann)).isEqualTo(ann);
        assertThat(echo.mix(bob)).isEqualTo(bob);
        assertThat(echo.grow(bob, (short) 7).age()).isEqualTo((short) 7);
        assertThat(echo.all(List.of(ann, bob, ann))).containsExactly(ann, bob, ann);
    }
}
