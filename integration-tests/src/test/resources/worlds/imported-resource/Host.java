package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.runtime.Component;
import host.test.imported_resource.files.Failure;
import host.test.imported_resource.files.FailureException;
import host.test.imported_resource.files.File;
import host.test.imported_resource.files.Files;
import host.test.imported_resource.work.CopyException;
import host.test.imported_resource.work.Work;
import host.test.imported_resource.working.Working;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        Disk disk = new Disk();
        try (Working world = Working.instantiate(component, new Working.Imports(disk))) {
            check(world.work(), disk);
        }
    }

    private static void check(Work work, Disk disk) {
        disk.contents.put("a.txt", new StringBuilder("hello"));
        try {
            assertThat(work.copy("a.txt", "b.txt")).isEqualTo(5);
        } catch (CopyException unexpected) {
            throw new AssertionError(unexpected);
        }
        assertThat(disk.contents.get("b.txt")).hasToString("hello");
        assertThatThrownBy(() -> work.copy("none", "b.txt")).isInstanceOf(CopyException.class);
        assertThat(disk.open).isZero();
        assertThat(work.roundtrip("c.txt")).isEqualTo("again");
        assertThat(disk.open).isZero();
        File mine = disk.newFile("a.txt");
        mine.append("world");
        assertThat(work.lent(mine)).isEqualTo("orl");
        assertThat(disk.open).isEqualTo(1);
        assertThat(work.given(mine)).isSameAs(mine);
        assertThat(disk.contents.get("a.txt")).hasToString("world!");
        assertThat(disk.open).isEqualTo(1);
        mine.close();
        assertThat(work.newest()).isEqualTo(4);
        assertThat(disk.open).isZero();
    }

    private static final class Disk implements Files {

        final Map<String, StringBuilder> contents = new TreeMap<>();
        int open;
        Optional<File> kept = Optional.empty();

        @Override
        public File newFile(String name) {
            contents.put(name, new StringBuilder());
            return new OnDisk(name);
        }

        @Override
        public File fileOpen(String name) throws FailureException {
            if (!contents.containsKey(name)) {
                throw new FailureException(new Failure.Missing(name));
            }
            return new OnDisk(name);
        }

        @Override
        public int newest(List<File> files) {
            assertThat(files.get(1)).isSameAs(files.get(3));
            return files.size();
        }

        @Override
        public void keep(File file) {
            kept = Optional.of(file);
        }

        @Override
        public Optional<File> recall() {
            return kept;
        }

        private final class OnDisk implements File {

            private final String name;

            OnDisk(String name) {
                this.name = name;
                open++;
            }

            @Override
            public byte[] read(long offset, int count) {
                byte[] bytes = contents.get(name).toString().getBytes(StandardCharsets.UTF_8);
                int from = (int) offset;
                return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + count));
            }

            @Override
            public void append(String text) {
                contents.get(name).append(text);
            }

            @Override
            public void close() {
                open--;
            }
        }
    }
}
