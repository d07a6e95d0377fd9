package waits;

import java.util.concurrent.CompletableFuture;
import org.teavm.interop.Export;

public final class Waits {

    private Waits() {}

    @Export(name = "wait")
    public static int waitForIt() {
        return CompletableFuture.completedFuture(42).join();
    }
}
