using Verify.Model.Dialects;

namespace Verify.Properties.Checking;

/// <summary>A system that is held to another dialect than its own.</summary>
/// <param name="system">The system.</param>
/// <param name="dialect">The dialect.</param>
public sealed class SystemOfDialect(ISystem system, Dialect dialect) : ISystem
{
    /// <summary>Boots a system and holds it to a dialect.</summary>
    public static SystemFactory Boots(SystemFactory boot, Dialect dialect) =>
        world => new SystemOfDialect(boot(world), dialect);

    /// <inheritdoc/>
    public SystemDescription Description { get; } = system.Description with { Dialect = dialect.Name };

    /// <inheritdoc/>
    public Outcome Execute(Call call) => system.Execute(call);

    /// <inheritdoc/>
    public T? Capability<T>()
        where T : class => system.Capability<T>();

    /// <inheritdoc/>
    public void Dispose() => system.Dispose();
}
