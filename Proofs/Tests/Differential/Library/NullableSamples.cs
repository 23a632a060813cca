namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>Nullable structs, enums and integers, boxed and unboxed.</summary>
internal static class NullableSamples
{
    public static int Boxed(int a, bool has)
    {
        int? value = has ? a : null;
        object? boxed = value;
        return boxed is null ? -1 : (int)boxed;
    }

    public static int Unboxed(Thing which)
    {
        var value = (int?)Things.Pick(which);
        return value ?? -1;
    }

    public static int UnboxedEnum(Thing which)
    {
        var value = (Colour?)Things.Pick(which);
        return value is { } colour ? (int)colour : -1;
    }

    public static int As(Thing which) => (Things.Pick(which) as int?) ?? -1;

    public static int UnboxedAsNumber(Thing which) => (byte)Things.Pick(which)!;

    public static int UnboxedAsEnum(Thing which) => (int)(Colour)Things.Pick(which)!;

    public static int UnboxedAsOtherNumber(bool which, int a)
    {
        object boxed = which ? a : (nint)a;
        return (int)(uint)boxed;
    }

    public static int FieldInBox(Thing which) => ((Dot)Things.Pick(which)!).Area;

    public static int Generic(int a, bool has) => Through<int?>(has ? a : null) ?? -2;

    public static bool EqualBoxes(int a, int b, bool isLong)
    {
        object first = a;
        object second = isLong ? (long)b : b;
        return first.Equals(second) && a.Equals(b);
    }

    public static bool Native(long a, int b) => ((nint)a).Equals((nint)b) && (nint)a == b;

    private static T Through<T>(T value) => (T)(object)value!;
}
