package guest;

import guest.test.strings.echo.Echo;

public final class Guest implements Echo {
    @Override
    public String echoText(String v) {
        return v;
    }

    @Override
    public String join(String a, String b) {
        return a + b;
    }

    @Override
    public int[] codePoints(String v) {
        int[] codePoints = new int[v.codePointCount(0, v.length())];
        for (int i = 0, at = 0; i < codePoints.length; i++) {
            codePoints[i] = v.codePointAt(at);
            at += Character.charCount(codePoints[i]);
        }
        return codePoints;
    }
}
