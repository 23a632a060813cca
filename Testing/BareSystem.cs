namespace Verify.Testing;

/// <summary>A system that has nothing to show but the outcomes of calls, and the capabilities that are named.</summary>
/// <param name="system">The system that makes the calls.</param>
/// <param name="capabilities">The interfaces that it has of it.</param>
public sealed class BareSystem(ISystem system, params Type[] capabilities) : ISystem
{
    /// <inheritdoc/>
    public SystemDescription Description { get; init; } = system.Description;

    /// <inheritdoc/>
    public T? Capability<T>()
        where T : class => capabilities.Contains(typeof(T)) ? system.Capability<T>() : null;

    /// <inheritdoc/>
    public Outcome Execute(Call call) => system.Execute(call);

    /// <inheritdoc/>
    public void Dispose() => system.Dispose();
}
