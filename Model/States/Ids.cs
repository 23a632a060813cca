namespace Verify.Model.States;

/// <summary>The three user ids, or group ids, of a process.</summary>
/// <param name="Real">The id that the process belongs to.</param>
/// <param name="Effective">The id that access is checked for.</param>
/// <param name="Saved">The id that the effective one can be set back to.</param>
public readonly record struct Ids(int Real, int Effective, int Saved)
{
    /// <summary>The same id three times.</summary>
    public static Ids All(int id) => new(id, id, id);
}
