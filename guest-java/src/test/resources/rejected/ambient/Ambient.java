package ambient;

import java.util.Date;
import org.teavm.interop.Export;

public final class Ambient {

    private Ambient() {}

    @Export(name = "now")
    public static long now() {
        return System.currentTimeMillis();
    }

    @Export(name = "date")
    public static int date() {
        return new Date(5_000).toString().length();
    }

    @Export(name = "chance")
    public static double chance() {
        return Math.random();
    }

    @Export(name = "sine")
    public static double sine(double angle) {
        return Math.sin(angle);
    }
}
