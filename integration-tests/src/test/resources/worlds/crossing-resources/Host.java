package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.runtime.Component;
import host.test.crossing_resources.together.Together;
import host.test.crossing_resources.work.RenameException;
import host.test.crossing_resources.work.Work;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (Together world = Together.instantiate(component)) {
            check(world.work());
        } catch (RenameException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void check(Work work) throws RenameException {
        assertThat(work.sort(List.of("zebra", "ant", "mole", "bee"))).containsExactly("low", "ant", "bee", "zebra", "mole");
        assertThat(work.sort(List.of("x"))).containsExactly("high", "x");
        assertThat(work.sort(List.of())).containsExactly("none");
        for (int i = 0; i < 100; i++) {
            assertThat(work.keep("word " + i)).isEqualTo(1);
        }
        assertThat(work.dropKept()).isEqualTo(100);
        assertThat(work.dropKept()).isZero();
        assertThat(work.rename("a", "b")).isEqualTo("b");
        assertThatThrownBy(() -> work.rename("a", ""))
                .isInstanceOfSatisfying(RenameException.class, e -> assertThat(e.error()).contains("needs a name"));
        assertThat(work.dropKept()).isZero();
    }
}
