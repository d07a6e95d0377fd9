package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.both.middle.Middle;
import host.test.both.things.Boxed;
import host.test.both.things.Thing;
import host.test.both.things.Things;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        Outer outer = new Outer();
        try (Middle world = Middle.instantiate(component, new Middle.Imports(outer))) {
            Things things = world.things();
            try (Thing thing = things.newThing("a")) {
                assertThat(thing.name()).isEqualTo("<a>");
                Boxed boxed = things.rename(thing, "-b");
                assertThat(boxed.of().name()).isEqualTo("<a-b>");
                try (Thing opened = things.open(boxed)) {
                    assertThat(opened.name()).isEqualTo("<a-b>");
                }
                assertThat(outer.alive).isEqualTo(1);
            }
            assertThat(outer.alive).isZero();
        }
    }

    private static final class Outer implements Things {

        int alive;

        @Override
        public Thing newThing(String name) {
            alive++;
            return new Thing() {
                @Override
                public String name() {
                    return name;
                }

                @Override
                public void close() {
                    alive--;
                }
            };
        }

        @Override
        public Boxed rename(Thing thing, String suffix) {
            return new Boxed(newThing(thing.name() + suffix));
        }

        @Override
        public Thing open(Boxed boxed) {
            return boxed.of();
        }
    }
}
