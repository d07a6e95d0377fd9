package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.runtime.Component;
import host.test.exported_resource.counters.Counter;
import host.test.exported_resource.counters.CounterRenameException;
import host.test.exported_resource.counters.Counters;
import host.test.exported_resource.counters.Labelled;
import host.test.exported_resource.counting.Counting;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (Counting world = Counting.instantiate(component)) {
            methodsAndStatics(world.counters());
            assertThat(world.counters().alive()).isZero();
            ownership(world.counters());
            assertThat(world.counters().alive()).isZero();
        }
    }

    private static void methodsAndStatics(Counters counters) {
        try (Counter a = counters.newCounter(5);
                Counter b = counters.newCounter(-1)) {
            assertThat(a.add(2)).isEqualTo(7);
            assertThat(b.add(1)).isZero();
            assertThat(counters.counterLarger(a, b)).isEqualTo(7);
            assertThat(a.name()).isEqualTo("unnamed");
            a.rename("first");
            assertThat(a.name()).isEqualTo("first");
            assertThatThrownBy(() -> a.rename(""))
                    .isInstanceOfSatisfying(
                            CounterRenameException.class, e -> assertThat(e.error()).isEqualTo("no name"));
            assertThat(counters.sums(List.of(b, a, b))).containsExactly(0, 7, 0);
            assertThat(counters.alive()).isEqualTo(2);
        } catch (CounterRenameException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void ownership(Counters counters) {
        Counter a = counters.newCounter(3);
        Counter b = counters.newCounter(4);
        Counter joined = counters.counterJoin(a, b);
        assertThat(joined.add(0)).isEqualTo(7);
        assertThat(counters.alive()).isEqualTo(1);
        assertThatThrownBy(() -> a.add(1)).isInstanceOf(IllegalArgumentException.class);
        a.close();
        Labelled labelled = counters.wrap(joined);
        assertThat(labelled.label()).isEqualTo("label of unnamed");
        assertThat(counters.maybe(Optional.empty())).isEmpty();
        Counter back = counters.maybe(Optional.of(labelled.counter())).orElseThrow();
        assertThat(back.add(1)).isEqualTo(8);
        back.close();
        back.close();
        List<Counter> several = counters.several(3);
        assertThat(several.get(2).add(0)).isEqualTo(2);
        assertThat(counters.alive()).isEqualTo(3);
        several.forEach(Counter::close);
    }
}
