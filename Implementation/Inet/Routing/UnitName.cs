namespace Verify.Implementation.Inet.Routing;

/// <summary>The name of an interface, taken apart as ifunit does: fxp and 0.</summary>
/// <param name="Driver">if_name.</param>
/// <param name="Unit">if_unit.</param>
internal readonly record struct UnitName(string Driver, int Unit)
{
    /// <summary>IFNAMSIZ.</summary>
    private const int MostCharacters = 16;
    private const int MostUnits = 1_000_000;

    /// <summary>False for a name without a number at its end, or with nothing before that.</summary>
    public static bool TryParse(string name, out UnitName parsed)
    {
        parsed = default;
        int end = name.Length;
        int unit = 0;
        while (end > 0 && char.IsAsciiDigit(name[end - 1]))
        {
            end--;
        }

        for (int i = end; i < name.Length && unit <= MostUnits; i++)
        {
            unit = unit * 10 + (name[i] - '0');
        }

        if (end == 0 || end == name.Length || name.Length > MostCharacters || unit > MostUnits)
        {
            return false;
        }

        parsed = new UnitName(name[..end], unit);
        return true;
    }
}
