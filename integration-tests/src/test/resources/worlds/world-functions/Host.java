package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.runtime.Component;
import host.test.world_functions.calling.Calling;
import host.test.world_functions.calling.CallingImports;
import host.test.world_functions.calling.Pair;
import host.test.world_functions.calling.RunException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        List<String> lines = new ArrayList<>();
        CallingImports imports = new CallingImports() {
            @Override
            public void log(String line) {
                lines.add(line);
            }

            @Override
            public Pair twice(Pair value) {
                return new Pair(value.a() + value.a(), value.b() * 2);
            }
        };
        try (Calling world = Calling.instantiate(component, new Calling.Imports(imports))) {
            assertThat(world.run(new Pair("x", 21))).containsExactly(new Pair("x", 21), new Pair("xx", 42));
            assertThatThrownBy(() -> world.run(new Pair("y", 0)))
                    .isInstanceOfSatisfying(
                            RunException.class, e -> assertThat(e.error()).isEqualTo("nothing to do"));
            world.nothing();
            assertThat(lines).containsExactly("run x", "run y", "nothing");
        } catch (RunException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
