namespace Verify.Model.States;

/// <summary>The three ids that a process has as a user, and three as a group.</summary>
/// <param name="Real">Whose process it is.</param>
/// <param name="Effective">Whose rights it has.</param>
/// <param name="Saved">Whose rights it can take again.</param>
public readonly record struct Ids(int Real, int Effective, int Saved)
{
    /// <summary>The same id three times.</summary>
    public static Ids All(int id) => new(id, id, id);
}
