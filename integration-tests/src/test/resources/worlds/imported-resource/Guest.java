package guest;

import guest.test.imported_resource.files.FailureException;
import guest.test.imported_resource.files.File;
import guest.test.imported_resource.files.Files;
import guest.test.imported_resource.work.CopyException;
import guest.test.imported_resource.work.Work;
import java.util.List;

public final class Guest implements Work {

    @Override
    public int copy(String from, String to) throws CopyException {
        try (File source = Files.fileOpen(from);
                File target = Files.newFile(to)) {
            byte[] bytes = source.read(0, 1000);
            target.append(new String(bytes));
            return bytes.length;
        } catch (FailureException failed) {
            throw new CopyException("cannot copy");
        }
    }

    @Override
    public String roundtrip(String name) {
        Files.keep(Files.newFile(name));
        try (File back = Files.recall().orElseThrow()) {
            back.append("again");
            return new String(back.read(0, 100));
        } catch (FailureException failed) {
            return "failed";
        }
    }

    @Override
    public String lent(File file) {
        try {
            return new String(file.read(1, 3));
        } catch (FailureException failed) {
            return "failed";
        }
    }

    @Override
    public File given(File file) {
        file.append("!");
        return file;
    }

    @Override
    public int newest() {
        try (File a = Files.newFile("a");
                File b = Files.newFile("b");
                File c = Files.newFile("c")) {
            return Files.newest(List.of(c, a, b, a));
        }
    }
}
